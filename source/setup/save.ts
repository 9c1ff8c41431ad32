// Writing to disk from a step: what was refused is named, and where an address needs the PIN, it is asked.
import {type SettingsProblem, settingsEn, settingsRu} from '../core/index.ts';
import type {SaveEnd} from './ports.ts';
import {say, type Wizard} from './wizard.ts';

/** True: on disk. Else it has been said why not; `again` is what the right PIN begins anew. */
export function isSaved(wizard: Wizard, end: SaveEnd, again: () => void): boolean {
	switch (end.type) {
		case 'saved':
			return true;
		case 'refused':
			say(wizard, 'bad', ...end.problems.map((problem) => problemLine(wizard, problem)));
			return false;
		case 'pin':
			wizard.ui.set({pinQuestion: {text: '', verdict: null, again}});
			return false;
	}
}

/** A problem of the settings in one line, file and mend in it. */
export const problemLine = ({language}: Pick<Wizard, 'language'>, problem: SettingsProblem): string =>
	(language === 'en' ? settingsEn : settingsRu).line(problem);
