import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { saveReport } from '../state/file-actions';
import { set } from '../state/window-store';
import { useWords } from '../words/words';

/** Asks in which form the report of a run is saved. */
export function ReportDialog(): React.ReactNode {
  const w = useWords();
  const close = (): void => set({ dialog: null });
  const save = (format: 'pdf' | 'html'): void => {
    close();
    void saveReport(format);
  };
  return (
    <Dialog
      title={w.resultsReportTitle}
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{w.cancel}</Button>
          <Button onPress={() => save('html')}>{w.resultsReportHtml}</Button>
          <Button look="main" autoFocus onPress={() => save('pdf')}>
            {w.resultsReportPdf}
          </Button>
        </>
      }
    >
      <p>{w.resultsReportText}</p>
    </Dialog>
  );
}
