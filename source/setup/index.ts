// The door of the wizard: its screens on a terminal, and what it needs of the world.
export {type LetterField, letterFields, secretFields} from './letter/fields.ts';
export {type RecognisedLetter, recogniseLetter} from './letter/recognise.ts';
export type {
	Draft,
	FoundRegisterPlace,
	LetterValues,
	NamesEnd,
	ProbeEnd,
	ProbeRow,
	RegisterEnd,
	RegisterPlace,
	SaveEnd,
	SetupPorts,
	SlotNameRow,
	TillFacts,
	TrialEnd,
	TrialProgress,
	TriedCertificate,
	TypeRow,
} from './ports.ts';
export {runSetup} from './run-setup.tsx';
export {runStart, type StartExit, type StartOptions} from './start/run-start.tsx';
export type {SetupExit, SetupOptions} from './wizard.ts';
