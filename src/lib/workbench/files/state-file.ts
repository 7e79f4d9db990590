/** What the page shows, as a file: the parts of its link, which are read by whoever reads the link. */
import { jsonText } from '#lib/cells/model-file/json-text.ts';
import { entries, members, refuse, type Piece } from '#lib/cells/model-file/piece.ts';
import type { LinkState } from '#lib/stepper/link.ts';

/** Of the file's grammar; a later one may need another. */
export const stateFileVersion = 1;

export interface StateFile {
  readonly lesson: string;
  readonly state: LinkState;
}

export const stateFileText = ({ lesson, state }: StateFile): string =>
  jsonText({ gatewalk: stateFileVersion, lesson, state });

/** Whether a file says that it is one of these. */
export const isStateFile = ({ content }: Piece): boolean =>
  typeof content === 'object' && content !== null && Object.hasOwn(content, 'gatewalk');

/** @throws ModelFileError, one line: "state.json: state.at: expected a text, found 3" */
export function readStateFile(piece: Piece): StateFile {
  const top = members(piece, ['gatewalk', 'lesson', 'state']);
  if (top.gatewalk.content !== stateFileVersion) refuse(top.gatewalk, `version ${stateFileVersion}`);
  return {
    lesson: readText(top.lesson),
    state: Object.fromEntries(entries(top.state).map(([name, part]) => [name, readText(part)])),
  };
}

const readText = (piece: Piece): string =>
  typeof piece.content === 'string' ? piece.content : refuse(piece, 'a text');
