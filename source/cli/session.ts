// A till taken into hand: settings, lock, certificate, journal, register, gateway, engine; and all of it let go again.
import {
	exitCodes,
	gatewayFaultLine,
	journalEn,
	journalRu,
	type Language,
	type PaymentFacts,
	paymentWording,
} from '../core/index.ts';
import {createEngine, type Engine, systemClock} from '../engine/index.ts';
import {acquireLock, openJournal} from '../journal/index.ts';
import {localTime} from '../log/index.ts';
import type {Register} from '../register/index.ts';
import {loadTill, type Till} from '../settings/index.ts';
import {followOnDisplay, openDisplay} from './customer-display.ts';
import type {Attempt} from './fault.ts';
import {wordsIn} from './help.ts';
import {gatewayWords, openGateway} from './open-gateway.ts';
import {openRegister} from './open-register.ts';
import {programVersion} from './program-files.ts';
import {settingsWords} from './settings-words.ts';

export type SessionOptions = {
	readonly folder: string;
	/** null: the till's own. */
	readonly language: Language | null;
	/** The command's name, for whoever finds the till held. */
	readonly command: string;
	/** Whether this process can show a QR (a terminal that can draw one, or a pipe that takes its text). */
	readonly hasScreen: (till: Till) => boolean;
	/** A trial of the gateway alone: no line to the register, the QR on the screen. */
	readonly isWithoutRegister?: boolean;
};

export type Session = {
	readonly till: Till;
	readonly language: Language;
	readonly engine: Engine;
	readonly register: Register | null;
	readonly warnings: readonly string[];
	/** Ends the session: what is pending is written, the line to the register and the gateway closed, the lock let go. */
	close(): Promise<void>;
};

/** A till's settings, or the sentence that names file, line and mend (exit 3). */
export function readTill(
	folder: string,
	language: Language | null,
): Attempt<{till: Till; language: Language; warnings: readonly string[]}> {
	const loaded = loadTill(folder);
	if (!loaded.ok) {
		const words = settingsWords(language ?? 'ru');
		const text = [...loaded.problems.map(words.line), words.safe].join('\n');
		return {
			ok: false,
			fault: {
				exitCode: exitCodes.settings,
				code: loaded.problems[0]?.code === 'noTill' ? 'NO_TILL' : 'SETTINGS',
				text,
			},
		};
	}
	const spoken = language ?? loaded.till.ui.language;
	return {
		ok: true,
		value: {till: loaded.till, language: spoken, warnings: loaded.warnings.map(settingsWords(spoken).line)},
	};
}

/** Takes the till for this process, or says who has it (exit 11) or why its folder takes no lock (exit 1). */
export function lockTill(folder: string, command: string, language: Language): Attempt<{release(): void}> {
	const lock = acquireLock(folder, command);
	if (lock.ok) return {ok: true, value: lock};
	if (lock.fault) {
		const text = (language === 'en' ? journalEn : journalRu).fault(lock.fault);
		return {ok: false, fault: {exitCode: exitCodes.fault, code: 'JOURNAL', text}};
	}
	const {holder} = lock;
	const known = holder.pid === 0 ? null : {...holder, since: localTime(holder.since, true)};
	return {
		ok: false,
		fault: {exitCode: exitCodes.held, code: 'HELD', text: wordsIn(language).held(known)},
	};
}

/** Opens a till for payments. A fault leaves nothing open behind. */
export async function openSession(options: SessionOptions): Promise<Attempt<Session>> {
	const read = readTill(options.folder, options.language);
	if (!read.ok) return read;
	const {language} = read.value;
	const till = options.isWithoutRegister ? withoutRegister(read.value.till) : read.value.till;
	const words = wordsIn(language);
	const lock = lockTill(till.folder, options.command, language);
	if (!lock.ok) return lock;
	const opened = openJournal({folder: till.folder, wording: language === 'en' ? journalEn : journalRu});
	if (!opened.ok) {
		lock.value.release();
		return {
			ok: false,
			fault: {exitCode: exitCodes.fault, code: 'JOURNAL', text: words.journalRefuses(opened.text)},
		};
	}
	const {journal} = opened;
	const orderOf = (orderId: string) => {
		const started = journal.ofOrder(orderId).find((row) => row.event.type === 'payment.started');
		return started?.event.type === 'payment.started' ? started.event.order : null;
	};
	const gateway = await openGateway(till, language, orderOf);
	if (!gateway.ok) {
		journal.close();
		lock.value.release();
		return gateway;
	}
	const register = openRegister(till, language);
	journal.tillOpened({version: programVersion(), node: process.versions.node, pid: process.pid});
	const display = await openDisplay(till);
	const engine = createEngine({
		gateway: gateway.value.gateway,
		register,
		journal,
		clock: systemClock,
		describe: (fault) => gatewayFaultLine(fault, gatewayWords(language)),
		places: {
			qrOn: till.customer.qrOn,
			hasScreen: () => options.hasScreen(till),
			display,
			slipTexts: (facts) => slipTexts(till, facts, language),
		},
	});
	if (display) followOnDisplay(engine, display);
	return {
		ok: true,
		value: {
			till,
			language,
			engine,
			register,
			warnings: [...read.value.warnings, ...opened.warnings, ...gateway.value.warnings],
			close: async () => {
				engine.close();
				journal.tillClosed({version: programVersion(), node: process.versions.node, pid: process.pid});
				journal.close();
				await Promise.all([register?.close(), display?.close(), gateway.value.gateway.close()]);
				lock.value.release();
			},
		},
	};
}

const withoutRegister = (till: Till): Till => ({
	...till,
	register: {link: 'none'},
	customer: {qrOn: ['screen'], display: {kind: 'none'}},
});

const slipTexts = (till: Till, facts: PaymentFacts, language: Language) => ({
	shopName: till.name,
	systemName:
		till.systems.find(({code}) => code === facts.code)?.name ??
		paymentWording(language).systems[facts.method],
	validUntil: new Date(facts.deadline).toTimeString().slice(0, 5),
});
