import type { Attachment } from 'svelte/attachments';

interface FileDrop {
  onfiles: (files: readonly File[]) => void;
  /** Whether a file is held above it. */
  onhover: (is: boolean) => void;
}

/** A place onto which files may be dropped. Without it the browser would leave the page to show the file. */
export const fileDrop =
  ({ onfiles, onhover }: FileDrop): Attachment<HTMLElement> =>
  (place) => {
    const hover = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      onhover(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (!(relatedTarget instanceof Node && place.contains(relatedTarget))) onhover(false);
    };
    const drop = (event: DragEvent): void => {
      onhover(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      onfiles([...event.dataTransfer.files]);
    };
    place.addEventListener('dragover', hover);
    place.addEventListener('dragleave', leave);
    place.addEventListener('drop', drop);
    return () => {
      place.removeEventListener('dragover', hover);
      place.removeEventListener('dragleave', leave);
      place.removeEventListener('drop', drop);
    };
  };
