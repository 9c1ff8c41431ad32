// A row in words: what was seen, what it means, the one thing to do, who can do it.
import {
	cleanText,
	type DoctorSkip,
	type DoctorSound,
	type DoctorTrouble,
	type DoctorWords,
	type Language,
} from '../../core/index.ts';
import type {Row} from '../row.ts';
import {foreignWords} from './foreign.ts';
import {wordsFor} from './wording.ts';

export type Described = {
	readonly name: string;
	readonly seen: string;
	/** These three are null where nothing has to be done. */
	readonly means: string | null;
	readonly todo: string | null;
	readonly who: string | null;
};

/** Texts are cleaned: names of files, of devices and of terminals come from outside. */
export function describeRow(row: Row, language: Language): Described {
	const {doctor} = wordsFor(language);
	const name = doctor.names[row.id];
	const plain = (seen: string): Described => ({name, seen: clean(seen), means: null, todo: null, who: null});
	switch (row.verdict) {
		case 'ok':
			return plain(soundWords(row.sound, language));
		case 'skipped': {
			const describe = doctor.skipped[row.because.code] as (because: DoctorSkip) => string;
			return plain(describe(row.because));
		}
		case 'warning':
		case 'broken': {
			const [seen, means, todo] = troubleWords(row.trouble, language).map(clean);
			return {
				name,
				seen: seen ?? '',
				means: means ?? null,
				todo: todo ?? null,
				who: doctor.helpers[row.helper],
			};
		}
	}
}

const clean = (text: string): string => cleanText(text, 500);

function soundWords(found: DoctorSound, language: Language): string {
	// Each entry of the table takes exactly the finding of its own code; the types of a lookup can't say so.
	const describe = wordsFor(language).doctor.sound[found.code] as (one: DoctorSound) => string;
	return describe(found);
}

function troubleWords(trouble: DoctorTrouble, language: Language): DoctorWords {
	const foreign = foreignWords(trouble, language);
	if (foreign) return foreign;
	const {troubles} = wordsFor(language).doctor;
	const describe = (troubles as Readonly<Record<string, (one: DoctorTrouble) => DoctorWords>>)[trouble.code];
	if (!describe) throw new Error(`no words for ${trouble.code}`);
	return describe(trouble);
}
