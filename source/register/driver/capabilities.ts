// What this device can do: asked (FCh, F7h, 26h) or remembered, once for each opening of the line; guessed by model where it won't say.
import {deviceType} from '../commands/device-type.ts';
import {fontParameters} from '../commands/font-parameters.ts';
import {type FullStatus, fullStatus} from '../commands/full-status.ts';
import {type ModelFlag, modelParameters} from '../commands/model-parameters.ts';
import type {Device, Reply} from './device.ts';
import {type DeviceFacts, keep, type RegisterMemory, recall} from './memory.ts';

export type Capabilities = DeviceFacts & {
	readonly paperDots: number;
	readonly charsPerLine: number;
	/** Bytes of the longest command that the device takes. */
	readonly maxCommandBytes: number;
	has(flag: ModelFlag): boolean;
};

/** Dots and font 1 characters by the model number of FCh (register-protocol §8, §13.3). */
const widths: Readonly<Record<number, {readonly dots: number; readonly chars: number}>> = {
	22: {dots: 432, chars: 42},
	50: {dots: 600, chars: 50},
	250: {dots: 576, chars: 48},
	252: {dots: 320, chars: 32},
};
/** The narrowest known paper: what fits it fits any. */
const narrowest = {dots: 320, chars: 32};
const longestV1Command = 255;

export type CapabilityAsking = {
	/** 11h, where it was asked a moment ago; null where the firmware refused it. */
	readonly full?: FullStatus | null;
	/** Asks the device itself, whatever is remembered. */
	readonly isFresh?: boolean;
};

export type AskCapabilities = (asking?: CapabilityAsking) => Promise<Reply<Capabilities>>;

export type CapabilitiesOptions = {
	readonly device: Device;
	/** Codes that the firmware was found to lack; filled with what is remembered. */
	readonly lacks: Set<string>;
	/** Null: nothing outlives an opening. */
	readonly memory: RegisterMemory | null;
};

export type CapabilityBook = {
	readonly ask: AskCapabilities;
	/** Writes down what was found to be lacking since. */
	keepLacks(): void;
};

export function createCapabilities({device, lacks, memory}: CapabilitiesOptions): CapabilityBook {
	let known: {readonly opening: number; readonly answer: Capabilities} | null = null;
	let kept: {readonly full: FullStatus; readonly facts: DeviceFacts; readonly lacks: number} | null = null;

	function remember(full: FullStatus | null, facts: DeviceFacts): void {
		if (memory === null || full === null) return;
		keep(memory, full, {...facts, lacks: [...lacks]});
		kept = {full, facts, lacks: lacks.size};
	}

	function remembered(full: FullStatus | null): DeviceFacts | null {
		const learnt = memory && full && recall(memory, full);
		if (!learnt || !full) return null;
		for (const code of learnt.lacks) lacks.add(code);
		kept = {full, facts: learnt, lacks: learnt.lacks.length};
		return learnt;
	}

	async function learn({full, isFresh = false}: CapabilityAsking): Promise<Reply<DeviceFacts>> {
		const identity = await identify(full);
		if (identity.type !== 'ok') return identity;
		const facts = isFresh ? null : remembered(identity.answer);
		if (facts !== null) return {type: 'ok', answer: facts};
		const probed = await probe(device);
		if (probed.type !== 'ok') return probed;
		lacks.clear();
		remember(identity.answer, probed.answer);
		return probed;
	}

	const identify = async (full: FullStatus | null | undefined): Promise<Reply<FullStatus | null>> =>
		full !== undefined || memory === null
			? {type: 'ok', answer: full ?? null}
			: orNull(await device.ask(fullStatus(device.password)));

	return {
		ask: async (asking = {}) => {
			const isKnown = known !== null && known.opening === device.openings() && !asking.isFresh;
			if (known !== null && isKnown) return {type: 'ok', answer: known.answer};
			const facts = await learn(asking);
			if (facts.type !== 'ok') return facts;
			const answer = combine(facts.answer);
			known = {opening: device.openings(), answer};
			if (answer.has('linkV2')) device.offerV2();
			return {type: 'ok', answer};
		},
		keepLacks: () => {
			if (kept !== null && kept.lacks !== lacks.size) remember(kept.full, kept.facts);
		},
	};
}

async function probe(device: Device): Promise<Reply<DeviceFacts>> {
	const type = orNull(await device.ask(deviceType()));
	if (type.type !== 'ok') return type;
	const model = orNull(await device.ask(modelParameters()));
	if (model.type !== 'ok') return model;
	const font = orNull(await device.ask(fontParameters(device.password)));
	if (font.type !== 'ok') return font;
	return {type: 'ok', answer: {device: type.answer, model: model.answer, font: font.answer}};
}

/** A refusal is knowledge too: the firmware has no such command. */
const orNull = <Answer>(reply: Reply<Answer>): Reply<Answer | null> =>
	reply.type === 'refused' ? {type: 'ok', answer: null} : reply;

function combine({device, model, font}: DeviceFacts): Capabilities {
	const usual = widths[device?.model ?? -1] ?? narrowest;
	return {
		device,
		model,
		font,
		paperDots: font?.paperDots || usual.dots,
		charsPerLine: model?.font1Chars || usual.chars,
		maxCommandBytes: model?.maxCommandBytes || longestV1Command,
		has: (flag) => model?.flags.has(flag) ?? false,
	};
}
