import "./dialog.css";
import type { ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Icon } from "./icons.tsx";

interface Props {
  readonly title: string;
  /** Whether the title is shown; it is always told to those who listen. */
  readonly headed?: boolean;
  readonly broad?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page. Escape and a click beside it close it; the focus goes back to where it was. */
export function DialogFrame({ title, headed = true, broad = false, onClose, children }: Props) {
  return (
    <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={`dialog-frame${broad ? " broad" : ""}`}>
        <Dialog aria-label={headed ? undefined : title}>
          {headed && (
            <header className="dialog-head">
              <Heading slot="title">{title}</Heading>
              <Button className="icon-button" aria-label="Close" onPress={onClose}>
                <Icon name="close" />
              </Button>
            </header>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
