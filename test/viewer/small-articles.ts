import type { ChainLink, Polarity, Predicate } from "../../src/core/index.ts";

/** Names and sentences as no careful program would write them, to show that the page takes them for text. */
export const HOSTILE_NAME = `<img src=x onerror="window.hacked=1">`;
export const HOSTILE_SENTENCE = `</script><script>window.hacked=1</script> {{constructor}} \u202Eevil\u202C "quoted" & unclosed <b>`;

/** A claim in a sentence: who (`from`, written `holder`) says what of whom (`to`, written `target`) by which words. */
export interface Said {
  readonly from: string;
  readonly says: Polarity | Predicate;
  readonly to: string;
  readonly holder: string;
  readonly cue: readonly string[];
  readonly target: string;
  readonly detail?: string;
  readonly inferred?: boolean;
  readonly hedged?: boolean;
  readonly negated?: boolean;
  readonly conditional?: boolean;
  readonly confidence?: number;
  readonly reason?: string;
  readonly chain?: readonly (readonly [string, ChainLink["sourceKind"], string])[];
}

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly publisher: string;
  readonly author?: string;
  readonly url?: string;
  readonly sentences: readonly { readonly text: string; readonly claims: readonly Said[] }[];
}

const HERALD = ["Northern Herald", "institution", "reported"] as const;

/** An invented dispute: shall Norland build a tidal barrage across Harrow Sound? */
export const ARTICLES: readonly Article[] = [
  {
    id: "herald-2031-01-14",
    title: "Ministry sets out its case for the Harrow Sound barrage",
    date: "2031-01-14",
    publisher: "Northern Herald",
    author: "Ines Hald",
    url: "https://herald.example/2031/barrage",
    sentences: [
      {
        text: "Energy Minister Ada Quill praised the Sound Barrage on Tuesday as the cheapest clean power the country will ever be offered.",
        claims: [
          {
            from: "Ada Quill",
            says: "support",
            to: "Sound Barrage",
            holder: "Ada Quill",
            cue: ["praised"],
            target: "the Sound Barrage",
            confidence: 0.94,
          },
          {
            from: "Ada Quill",
            says: "holds-position",
            to: "Norland Energy Ministry",
            holder: "Ada Quill",
            cue: ["Energy Minister"],
            target: "Energy Minister",
            detail: "minister",
            confidence: 0.97,
            reason: "a title directly before a person's name",
          },
        ],
      },
      {
        text: "Tidewater Power, which would build it, called the Sound Barrage a gift to three generations.",
        claims: [
          {
            from: "Tidewater Power",
            says: "support",
            to: "Sound Barrage",
            holder: "Tidewater Power",
            cue: ["called", "a gift"],
            target: "the Sound Barrage",
            confidence: 0.88,
          },
          {
            from: "Tidewater Power",
            says: "owns",
            to: "Sound Barrage",
            holder: "Tidewater Power",
            cue: ["would build"],
            target: "it",
            hedged: true,
            confidence: 0.6,
          },
        ],
      },
      {
        text: "Several officials at the Norland Energy Ministry said privately that the government was leaning towards letting Tidewater Power run the turbines for forty years.",
        claims: [
          {
            from: "Norland Energy Ministry",
            says: "support",
            to: "Tidewater Power",
            holder: "the Norland Energy Ministry",
            cue: ["leaning towards", "letting"],
            target: "Tidewater Power",
            hedged: true,
            confidence: 0.62,
            reason: "“leaning towards” is a hedge; the speakers are unnamed and speak for the ministry",
            chain: [
              HERALD,
              ["several officials", "unnamed", "said privately"],
              ["Norland Energy Ministry", "institution", "was leaning"],
            ],
          },
        ],
      },
      {
        text: "Jens Harrow, who leads the Skerry Fishers' Union, warned that the barrage would end a way of life.",
        claims: [
          {
            from: "Jens Harrow",
            says: "oppose",
            to: "Sound Barrage",
            holder: "Jens Harrow",
            cue: ["warned"],
            target: "the barrage",
            confidence: 0.9,
          },
          {
            from: "Jens Harrow",
            says: "holds-position",
            to: "Skerry Fishers' Union",
            holder: "Jens Harrow",
            cue: ["leads"],
            target: "the Skerry Fishers' Union",
            detail: "leader",
            confidence: 0.92,
          },
        ],
      },
    ],
  },
  {
    id: "herald-2031-02-03",
    title: "Islanders march against the barrage",
    date: "2031-02-03",
    publisher: "Northern Herald",
    sentences: [
      {
        text: "Thousands of Islanders marched through the harbour against the Sound Barrage, the largest crowd there in a generation.",
        claims: [
          {
            from: "Islanders",
            says: "oppose",
            to: "Sound Barrage",
            holder: "Islanders",
            cue: ["marched", "against"],
            target: "the Sound Barrage",
            confidence: 0.91,
          },
        ],
      },
      {
        text: "Green Coast, which has long campaigned for cleaner power, joined the fishers and rejected the plan.",
        claims: [
          {
            from: "Green Coast",
            says: "oppose",
            to: "Sound Barrage",
            holder: "Green Coast",
            cue: ["rejected"],
            target: "the plan",
            confidence: 0.83,
          },
          {
            from: "Green Coast",
            says: "allied-with",
            to: "Skerry Fishers' Union",
            holder: "Green Coast",
            cue: ["joined"],
            target: "the fishers",
            confidence: 0.74,
          },
        ],
      },
      {
        text: "The Skerry Fishers' Union accused Tidewater Power of hiding a study on silt.",
        claims: [
          {
            from: "Skerry Fishers' Union",
            says: "oppose",
            to: "Tidewater Power",
            holder: "The Skerry Fishers' Union",
            cue: ["accused"],
            target: "Tidewater Power",
            confidence: 0.93,
          },
        ],
      },
      {
        text: "The Audit Office said it was looking into Tidewater Power and its contracts.",
        claims: [
          {
            from: "Audit Office",
            says: "investigates",
            to: "Tidewater Power",
            holder: "The Audit Office",
            cue: ["looking into"],
            target: "Tidewater Power",
            confidence: 0.81,
          },
        ],
      },
    ],
  },
  {
    id: "courier-2031-02-20",
    title: "Harbour Council splits over the sound",
    date: "2031-02-20",
    publisher: "Skerry Courier",
    author: "T. Brandt",
    sentences: [
      {
        text: "The Harbour Council would back the Sound Barrage only if the locks stayed open to small boats, it decided on Thursday.",
        claims: [
          {
            from: "Harbour Council",
            says: "mixed",
            to: "Sound Barrage",
            holder: "The Harbour Council",
            cue: ["would back", "only if"],
            target: "the Sound Barrage",
            conditional: true,
            confidence: 0.71,
            reason: "support under a condition (“only if”)",
          },
        ],
      },
      {
        text: "Mira Okonjo-Lund, its chair, did not reject the ministry's offer, but she would not sign it either.",
        claims: [
          {
            from: "Mira Okonjo-Lund",
            says: "mixed",
            to: "Norland Energy Ministry",
            holder: "Mira Okonjo-Lund",
            cue: ["did not reject", "would not sign"],
            target: "the ministry's offer",
            negated: true,
            confidence: 0.58,
          },
          {
            from: "Mira Okonjo-Lund",
            says: "holds-position",
            to: "Harbour Council",
            holder: "Mira Okonjo-Lund",
            cue: ["chair"],
            target: "its",
            detail: "chair",
            confidence: 0.9,
          },
        ],
      },
      {
        text: "Okonjo-Lund attacked Ada Quill for announcing the site before the council had met.",
        claims: [
          {
            from: "Mira Okonjo-Lund",
            says: "oppose",
            to: "Ada Quill",
            holder: "Okonjo-Lund",
            cue: ["attacked"],
            target: "Ada Quill",
            confidence: 0.9,
          },
        ],
      },
      {
        text: "Tom Varley of Halden Steel defended Quill and said the yards needed the work.",
        claims: [
          {
            from: "Tom Varley",
            says: "support",
            to: "Ada Quill",
            holder: "Tom Varley",
            cue: ["defended"],
            target: "Quill",
            confidence: 0.87,
          },
          {
            from: "Tom Varley",
            says: "member-of",
            to: "Halden Steel",
            holder: "Tom Varley",
            cue: ["of"],
            target: "Halden Steel",
            confidence: 0.77,
          },
        ],
      },
    ],
  },
  {
    id: "herald-2031-03-11",
    title: "Steelmaker throws its weight behind the barrage",
    date: "2031-03-11",
    publisher: "Northern Herald",
    sentences: [
      {
        text: "Halden Steel endorsed the Sound Barrage and promised eleven thousand tonnes of plate.",
        claims: [
          {
            from: "Halden Steel",
            says: "support",
            to: "Sound Barrage",
            holder: "Halden Steel",
            cue: ["endorsed"],
            target: "the Sound Barrage",
            confidence: 0.95,
          },
          {
            from: "Halden Steel",
            says: "supplies",
            to: "Sound Barrage",
            holder: "Halden Steel",
            cue: ["promised"],
            target: "the Sound Barrage",
            hedged: true,
            confidence: 0.66,
          },
        ],
      },
      {
        text: "“Nobody has shown me a cheaper kilowatt,” Ada Quill said, and again urged the islands to accept the barrage.",
        claims: [
          {
            from: "Ada Quill",
            says: "support",
            to: "Sound Barrage",
            holder: "Ada Quill",
            cue: ["urged", "accept"],
            target: "the barrage",
            confidence: 0.89,
            chain: [["Ada Quill", "named", "said"]],
          },
        ],
      },
      {
        text: "Elspeth Crane of Green Coast said offshore wind deserved the money instead.",
        claims: [
          {
            from: "Elspeth Crane",
            says: "support",
            to: "Offshore wind",
            holder: "Elspeth Crane",
            cue: ["deserved"],
            target: "offshore wind",
            confidence: 0.84,
          },
          {
            from: "Elspeth Crane",
            says: "member-of",
            to: "Green Coast",
            holder: "Elspeth Crane",
            cue: ["of"],
            target: "Green Coast",
            confidence: 0.82,
          },
        ],
      },
      {
        text: "Quill dismissed offshore wind as too fickle for the foundries.",
        claims: [
          {
            from: "Ada Quill",
            says: "oppose",
            to: "Offshore wind",
            holder: "Quill",
            cue: ["dismissed"],
            target: "offshore wind",
            confidence: 0.88,
          },
        ],
      },
    ],
  },
  {
    id: "courier-2031-04-02",
    title: "Fishers call for a vote",
    date: "2031-04-02",
    publisher: "Skerry Courier",
    sentences: [
      {
        text: "Jens Harrow demanded a referendum, and the Skerry Fishers' Union backed him the same evening.",
        claims: [
          {
            from: "Jens Harrow",
            says: "support",
            to: "A referendum",
            holder: "Jens Harrow",
            cue: ["demanded"],
            target: "a referendum",
            confidence: 0.9,
          },
          {
            from: "Skerry Fishers' Union",
            says: "support",
            to: "Jens Harrow",
            holder: "the Skerry Fishers' Union",
            cue: ["backed"],
            target: "him",
            confidence: 0.85,
          },
        ],
      },
      {
        text: "A senior adviser to the minister, who asked not to be named, said Quill saw a referendum as a delay by other means.",
        claims: [
          {
            from: "Ada Quill",
            says: "oppose",
            to: "A referendum",
            holder: "Quill",
            cue: ["saw", "as a delay"],
            target: "a referendum",
            inferred: true,
            confidence: 0.52,
            reason: "no verb of judgement; “a delay by other means” reads as criticism",
            chain: [
              ["Skerry Courier", "institution", "reported"],
              ["a senior adviser to the minister", "unnamed", "said"],
              ["Ada Quill", "named", "saw"],
            ],
          },
        ],
      },
      {
        text: "Norland may yet sue the Skerry Islands if the vote goes ahead, two lawyers said.",
        claims: [
          {
            from: "Norland",
            says: "oppose",
            to: "Skerry Islands",
            holder: "Norland",
            cue: ["may", "sue"],
            target: "the Skerry Islands",
            hedged: true,
            conditional: true,
            confidence: 0.49,
            chain: [["two lawyers", "unnamed", "said"]],
          },
          {
            from: "Norland",
            says: "conflict",
            to: "Skerry Islands",
            holder: "Norland",
            cue: ["sue"],
            target: "the Skerry Islands",
            hedged: true,
            conditional: true,
            confidence: 0.45,
          },
        ],
      },
      {
        text: "The Skerry Islands stand by the fishers, their assembly declared.",
        claims: [
          {
            from: "Skerry Islands",
            says: "support",
            to: "Skerry Fishers' Union",
            holder: "The Skerry Islands",
            cue: ["stand by"],
            target: "the fishers",
            confidence: 0.86,
            chain: [["their assembly", "institution", "declared"]],
          },
        ],
      },
    ],
  },
  {
    id: "herald-2031-05-19",
    title: "Summit in Port ends without a signature",
    date: "2031-05-19",
    publisher: "Northern Herald",
    sentences: [
      {
        text: "Ada Quill met Mira Okonjo-Lund at the Barrage Summit in Port, and the two left by different doors.",
        claims: [
          {
            from: "Ada Quill",
            says: "meets",
            to: "Mira Okonjo-Lund",
            holder: "Ada Quill",
            cue: ["met"],
            target: "Mira Okonjo-Lund",
            confidence: 0.93,
          },
        ],
      },
      {
        text: "Okonjo-Lund has since come round to the minister and thanked Ada Quill for opening the books.",
        claims: [
          {
            from: "Mira Okonjo-Lund",
            says: "support",
            to: "Ada Quill",
            holder: "Okonjo-Lund",
            cue: ["come round", "thanked"],
            target: "Ada Quill",
            confidence: 0.76,
          },
        ],
      },
      {
        text: "Green Coast boycotted the Barrage Summit, and Elspeth Crane called it theatre.",
        claims: [
          {
            from: "Green Coast",
            says: "oppose",
            to: "Barrage Summit",
            holder: "Green Coast",
            cue: ["boycotted"],
            target: "the Barrage Summit",
            confidence: 0.9,
          },
          {
            from: "Elspeth Crane",
            says: "oppose",
            to: "Barrage Summit",
            holder: "Elspeth Crane",
            cue: ["called", "theatre"],
            target: "it",
            confidence: 0.72,
          },
        ],
      },
      {
        text: "The Norland Energy Ministry is based in Port, an hour's sail from the sound.",
        claims: [
          {
            from: "Norland Energy Ministry",
            says: "based-in",
            to: "Port",
            holder: "The Norland Energy Ministry",
            cue: ["is based in"],
            target: "Port",
            confidence: 0.96,
          },
        ],
      },
    ],
  },
  {
    id: "courier-2031-06-08",
    title: "Court lets the Coastal Waters Act stand",
    date: "2031-06-08",
    publisher: "Skerry Courier",
    sentences: [
      {
        text: "Tidewater Power has fought the Coastal Waters Act for a decade, and on Sunday it said it would do so again.",
        claims: [
          {
            from: "Tidewater Power",
            says: "oppose",
            to: "Coastal Waters Act",
            holder: "Tidewater Power",
            cue: ["fought"],
            target: "the Coastal Waters Act",
            confidence: 0.92,
          },
        ],
      },
      {
        text: "Islanders welcomed the ruling, for the Coastal Waters Act keeps the sound open.",
        claims: [
          {
            from: "Islanders",
            says: "support",
            to: "Coastal Waters Act",
            holder: "Islanders",
            cue: ["welcomed"],
            target: "the Coastal Waters Act",
            inferred: true,
            confidence: 0.64,
          },
        ],
      },
      {
        text: "Green Coast and the Skerry Fishers' Union both hailed the Coastal Waters Act.",
        claims: [
          {
            from: "Green Coast",
            says: "support",
            to: "Coastal Waters Act",
            holder: "Green Coast",
            cue: ["hailed"],
            target: "the Coastal Waters Act",
            confidence: 0.9,
          },
          {
            from: "Skerry Fishers' Union",
            says: "support",
            to: "Coastal Waters Act",
            holder: "the Skerry Fishers' Union",
            cue: ["hailed"],
            target: "the Coastal Waters Act",
            confidence: 0.9,
          },
        ],
      },
      {
        text: "The Harbour Council is part of the Skerry Islands' own government and has not said what it thinks of the ruling.",
        claims: [
          {
            from: "Harbour Council",
            says: "part-of",
            to: "Skerry Islands",
            holder: "The Harbour Council",
            cue: ["is part of"],
            target: "the Skerry Islands' own government",
            confidence: 0.84,
          },
        ],
      },
    ],
  },
  {
    id: "herald-2031-07-22",
    title: "Second thoughts in the council chamber",
    date: "2031-07-22",
    publisher: "Northern Herald",
    sentences: [
      {
        text: "The Harbour Council voted against the Sound Barrage by nine to eight on Tuesday night.",
        claims: [
          {
            from: "Harbour Council",
            says: "oppose",
            to: "Sound Barrage",
            holder: "The Harbour Council",
            cue: ["voted against"],
            target: "the Sound Barrage",
            confidence: 0.96,
          },
        ],
      },
      {
        text: "Norland still supports the Sound Barrage, the prime minister's office said in a short statement.",
        claims: [
          {
            from: "Norland",
            says: "support",
            to: "Sound Barrage",
            holder: "Norland",
            cue: ["supports"],
            target: "the Sound Barrage",
            confidence: 0.93,
            chain: [["the prime minister's office", "institution", "said"]],
          },
        ],
      },
      {
        text: "Tom Varley said he no longer trusted Ada Quill to finish what she had begun.",
        claims: [
          {
            from: "Tom Varley",
            says: "oppose",
            to: "Ada Quill",
            holder: "Tom Varley",
            cue: ["no longer trusted"],
            target: "Ada Quill",
            negated: true,
            confidence: 0.79,
            reason: "“trusted” supports its object; “no longer” turns it",
          },
        ],
      },
      {
        text: HOSTILE_SENTENCE,
        claims: [
          {
            from: HOSTILE_NAME,
            says: "oppose",
            to: "Sound Barrage",
            holder: "constructor",
            cue: ["evil"],
            target: "quoted",
            confidence: 0.5,
          },
        ],
      },
      {
        text: "Norland thanked Norland for its patience, a spokesman joked.",
        claims: [
          {
            from: "Norland",
            says: "support",
            to: "Norland",
            holder: "Norland",
            cue: ["thanked"],
            target: "Norland",
            confidence: 0.5,
          },
        ],
      },
    ],
  },
];
