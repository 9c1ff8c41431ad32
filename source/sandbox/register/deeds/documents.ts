// The fiscal storage's side: numbers a document, signs it, keeps it.
import type {Device} from '../device.ts';
import type {FiscalDocument} from '../state/document.ts';

type Content<Type> = Type extends FiscalDocument ? Omit<Type, 'fd' | 'fiscalSign' | 'atMs' | 'shift'> : never;

/** Adds a document to the storage and gives it its number and sign. */
export function addDocument<Type extends FiscalDocument>(device: Device, content: Content<Type>): Type {
	const {state} = device;
	const atMs = device.nowMs();
	state.lastFd += 1;
	state.lastDocumentAtMs = atMs;
	if (state.ticketedFd === state.lastFd - 1 && state.isOperatorReached) state.ticketedFd = state.lastFd;
	const document = {
		...content,
		fd: state.lastFd,
		fiscalSign: 3_000_000_000 + (state.lastFd % 1_000_000_000),
		atMs,
		shift: state.shift,
	} as unknown as Type;
	state.documents.push(document);
	state.throughNumber += 1;
	return document;
}

/** Finds a document of the storage by its number. */
export const findDocument = (device: Device, fd: number): FiscalDocument | undefined =>
	device.state.documents.find((document) => document.fd === fd);
