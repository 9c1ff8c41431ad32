// The page of `register status` for people: what the register says of itself, a fact a line.
import {formatRubles, type Language, registerPageEn, registerPageRu} from '../core/index.ts';
import type {RegisterStatus} from '../register/index.ts';

/** The page; a fact that the firmware does not know has no line. */
export function registerPage(status: RegisterStatus, language: Language): string {
	const words = language === 'en' ? registerPageEn : registerPageRu;
	const {labels} = words;
	const {device, short, full, storage, shift, names, model} = status;
	const rows: readonly (readonly [string, string | null])[] = [
		[labels.device, device && `${device.name} (${device.protocol})`],
		[labels.software, full && `${full.softwareVersion} ${full.build}, ${full.softwareDate}`],
		[labels.serial, full && String(full.serial)],
		[labels.inn, full && String(full.inn)],
		[labels.clock, full && `${full.date} ${full.time}`],
		[labels.mode, `${short.mode} ${words.modes[short.mode] ?? ''}`.trim()],
		[labels.submode, `${short.submode} ${words.submodes[short.submode] ?? ''}`.trim()],
		[labels.paper, short.hasReceiptPaper ? words.yes : words.no],
		[labels.cover, short.isCoverOpen ? words.open : words.closed],
		[labels.shift, shift && `${shift.shift} ${shift.isOpen ? words.open : words.closed}`],
		[labels.receipt, shift && String(shift.receipt)],
		[labels.openReceipt, status.totalKopecks === null ? null : `${formatRubles(status.totalKopecks)} ₽`],
		[labels.storage, storage?.number ?? null],
		[labels.lastDocument, storage && String(storage.lastDocument)],
		[labels.expires, status.storageExpires],
		[labels.queue, status.documentsWithoutTicket === null ? null : String(status.documentsWithoutTicket)],
		[
			labels.warnings,
			storage && storage.warnings.length > 0
				? storage.warnings.map((warning) => words.storageWarnings[warning] ?? warning).join(', ')
				: null,
		],
		[labels.width, `${status.paperDots} / ${status.charsPerLine}`],
		[labels.abilities, model?.flags.join(', ') ?? null],
		...(names ?? []).map(({slot, name, found, isSame}): [string, string] => [
			`${labels.names} ${slot}`,
			isSame ? name : `${name} ≠ ${found}`,
		]),
	];
	const shown = rows.filter((row): row is readonly [string, string] => row[1] !== null);
	const width = Math.max(...shown.map(([label]) => label.length));
	return shown.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join('\n');
}
