// Letters as dots. First step: boxes for letters; see glyphs.
import type {Model} from '../model.ts';
import type {Face} from './job.ts';
import {blankRows} from './rows.ts';

export function drawText(_text: string, _face: Face, model: Model): readonly Uint8Array[] {
	return blankRows(model.widthDots, model.letterDots[1]);
}
