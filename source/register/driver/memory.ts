// What was learnt of a device, kept from one opening to the next: believed only by the same device with the same firmware.
import type {DeviceType} from '../commands/device-type.ts';
import type {FontParameters} from '../commands/font-parameters.ts';
import type {FullStatus} from '../commands/full-status.ts';
import {type ModelFlag, type ModelParameters, modelFlags} from '../commands/model-parameters.ts';

/** Where it is kept, as JSON. It never throws: what can't be read is null, what can't be written is learnt again. */
export type RegisterMemory = {
	read(): unknown;
	write(kept: object): void;
};

/** The answers of FCh, F7h and 26h; null where the firmware doesn't know the command. */
export type DeviceFacts = {
	readonly device: DeviceType | null;
	readonly model: ModelParameters | null;
	readonly font: FontParameters | null;
};

/** With the codes of commands that the firmware was found to lack. */
export type Learnt = DeviceFacts & {readonly lacks: readonly string[]};

const version = 1;

/** Serial number, firmware and its build and date, as 11h tells them. */
const keyOf = ({serial, softwareVersion, build, softwareDate}: FullStatus): string =>
	[serial, softwareVersion, build, softwareDate].join(' ');

export function keep(memory: RegisterMemory, full: FullStatus, {model, lacks, ...facts}: Learnt): void {
	memory.write({
		version,
		key: keyOf(full),
		...facts,
		model: model && {...model, flags: [...model.flags]},
		lacks: [...lacks],
	});
}

/** Null where nothing is kept, it is of another device or firmware, or it is not what `keep` has written. */
export function recall(memory: RegisterMemory, full: FullStatus): Learnt | null {
	const kept = memory.read();
	if (!isRecord(kept) || kept['version'] !== version || kept['key'] !== keyOf(full)) return null;
	const {device = null, model = null, font = null, lacks} = kept;
	const flags = isRecord(model) ? model['flags'] : [];
	const isWhole =
		(device === null || isLike(device, deviceKinds)) &&
		(model === null || isLike(model, modelKinds)) &&
		(font === null || isLike(font, fontKinds)) &&
		isTexts(flags) &&
		isTexts(lacks);
	if (!isWhole) return null;
	return {
		device: device as DeviceType | null,
		model: model === null ? null : {...(model as ModelParameters), flags: new Set(flags.filter(isFlag))},
		font: font as FontParameters | null,
		lacks,
	};
}

type Kinds<Facts> = {readonly [Name in keyof Facts]-?: Facts[Name] extends number ? 'number' : 'string'};

const deviceKinds: Kinds<DeviceType> = {
	type: 'number',
	subtype: 'number',
	protocol: 'string',
	model: 'number',
	language: 'number',
	name: 'string',
};
const modelKinds: Kinds<Omit<ModelParameters, 'flags'>> = {
	flagBytes: 'string',
	font1Chars: 'number',
	font2Chars: 'number',
	firstGraphicsLine: 'number',
	maxCommandBytes: 'number',
	lineBytes: 'number',
	graphics512Bytes: 'number',
	graphics512Lines: 'number',
};
const fontKinds: Kinds<FontParameters> = {
	paperDots: 'number',
	charWidthDots: 'number',
	charHeightDots: 'number',
	fonts: 'number',
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

const isLike = (value: unknown, kinds: Readonly<Record<string, 'number' | 'string'>>): boolean =>
	isRecord(value) && Object.entries(kinds).every(([name, kind]) => typeof value[name] === kind);

const isTexts = (value: unknown): value is readonly string[] =>
	Array.isArray(value) && value.every((one) => typeof one === 'string');

const isFlag = (name: string): name is ModelFlag => Object.hasOwn(modelFlags, name);
