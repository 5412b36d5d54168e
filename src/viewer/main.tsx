import "@fontsource-variable/inter";
import "@fontsource-variable/source-serif-4";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { keepPageSource } from "./model/page-source.ts";

keepPageSource();
createRoot(document.getElementById("root")!).render(<App />);
