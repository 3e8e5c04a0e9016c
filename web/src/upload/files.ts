/** Offered in the file dialog; the server looks at the content whatever a file is called. */
export const ACCEPTED = 'video/*,.mkv,.mov,.avi,.ts,.m2ts,.mts,.flv,.webm,.ogv,.mxf,.3gp,.wmv';

const VIDEO_NAME = /\.(?:mp4|m4v|mkv|mov|avi|ts|m2ts|mts|flv|webm|ogv|ogg|mxf|3gp|wmv|mpe?g|vob)$/i;
const OTHER_TYPE = /^(?:image|text|font)\/|^application\/(?:pdf|zip|json|msword|vnd\.(?:openxml|oasis|ms-))/;

/** Characters, as the API has it. */
export const TITLE_MAX = 120;

/** Whether a file is surely something else. When in doubt the server decides. */
export function isSurelyNoVideo(file: { name: string; type: string }): boolean {
  return OTHER_TYPE.test(file.type) && !VIDEO_NAME.test(file.name);
}

/** A title to begin with: the file's name without its ending, in words. */
export function titleOf(fileName: string, otherwise: string): string {
  const words = fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[_\s]+/g, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\p{C}/gu, '')
    .trim();
  const title = [...words].slice(0, TITLE_MAX).join('').trim();
  return title === '' ? otherwise : title.charAt(0).toLocaleUpperCase() + title.slice(1);
}

/** The files that were dropped, without folders. */
export function filesOf(transfer: DataTransfer): File[] {
  return [...transfer.items].flatMap(item => {
    const file = item.webkitGetAsEntry?.()?.isDirectory ? null : item.getAsFile();
    return file ? [file] : [];
  });
}
