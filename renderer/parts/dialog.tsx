import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

type DialogProps = {
  title: string;
  onClose: () => void;
  children: React.ReactNode;
  buttons?: React.ReactNode;
  wide?: boolean;
  /** A question that must be answered, not just closed by a click beside it. */
  question?: boolean;
};

/** A modal dialog; Escape closes it and gives the focus back. */
export function Dialog({
  title,
  onClose,
  children,
  buttons,
  wide = false,
  question = false,
}: DialogProps): React.ReactNode {
  return (
    <ModalOverlay
      isOpen
      isDismissable={!question}
      onOpenChange={(open) => !open && onClose()}
      className="overlay"
    >
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog role={question ? 'alertdialog' : 'dialog'} className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          {buttons !== undefined && <div className="dialog-buttons">{buttons}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
