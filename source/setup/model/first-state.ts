// Where a run of the wizard begins: what the folder says, and above it what an unfinished run has left typed.
import type {SetupStepId} from '../../core/index.ts';
import {letterFields} from '../letter/fields.ts';
import type {LetterValues, TillFacts} from '../ports.ts';
import {type StepMark, stepIds, type WizardState} from './state.ts';
import {suggestedTypes} from './types.ts';

type Size = {readonly columns: number; readonly rows: number};

/** The first picture: the first step that is open, or the one that was left. */
export function firstState(facts: TillFacts, size: Size): WizardState {
	const {draft} = facts;
	const values = Object.fromEntries(
		letterFields.map((field) => [field, draft?.letter[field] ?? facts.letter[field]]),
	) as LetterValues;
	const marks = marksOf(facts);
	const hasTypes = facts.types.length > 0;
	const typed = draft && draft.types.length > 0 ? draft.types : facts.types;
	return {
		...size,
		step: stepIds.find((id) => id === draft?.step) ?? stepIds.find((id) => marks[id] === 'open') ?? 'letter',
		marks,
		isBusy: false,
		remark: null,
		pinQuestion: null,
		letter: {
			values,
			kept: facts.secrets,
			cursor: letterFields.find((field) => values[field] === '' && !facts.secrets.has(field)) ?? 'accessLine',
			problems: [],
		},
		certificate: {
			password: '',
			path: draft?.certificatePath ?? '',
			field: 'password',
			files: null,
			cursor: 0,
			isChanged: false,
		},
		connection: {rows: null, brokenAt: null, roots: [], cursor: 0, blocked: null},
		types: {
			rows: typed.length > 0 ? typed : suggestedTypes(null),
			row: 0,
			column: 'code',
			isSuggested: typed.length === 0,
			isTried: false,
			offered: null,
		},
		register: {
			stage: 'choose',
			address: draft?.address ?? '',
			found: [],
			cursor: 0,
			wasSearched: false,
			isSearching: false,
			tried: '',
			place: hasTypes ? facts.register : null,
			fault: null,
			names: [],
			isSlipRead: facts.qrOn.includes('paper'),
			qr: facts.qr,
		},
		trial: {
			stage: 'ready',
			progress: {events: [], qr: null},
			sandboxMs: null,
			roundTripMs: null,
			timeText: String(facts.responseTimeoutS),
			pin: '',
			pinAgain: '',
			pinField: 'pin',
			hasPin: facts.hasPin,
		},
		isOver: false,
	};
}

/** What the folder alone proves to be done; connection and trial are tried anew in each run. */
function marksOf(facts: TillFacts): Readonly<Record<SetupStepId, StepMark>> {
	const {letter, secrets} = facts;
	const isLetterWhole =
		letter.accessLine !== '' && letter.agentId !== '' && letter.posId !== '' && secrets.has('agentKey');
	const mark = (isDone: boolean): StepMark => (isDone ? 'done' : 'open');
	return {
		letter: mark(isLetterWhole),
		certificate: mark(isLetterWhole && facts.hasCertificate),
		connection: 'open',
		types: mark(facts.types.length > 0),
		register: 'open',
		trial: 'open',
	};
}
