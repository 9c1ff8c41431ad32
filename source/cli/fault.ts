// Why a command could not begin: an exit code, a fixed word for programs, a sentence for people.

export type CliFault = {readonly exitCode: number; readonly code: string; readonly text: string};

export type Attempt<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly fault: CliFault};
