// A terminal that was stopped (Ctrl-S, a dead line) must not stop the payment: Node writes to terminals blocking unless told otherwise.
import type {ScreenStream} from '../options.ts';

type Handle = {setBlocking(isBlocking: boolean): unknown};

const hasSetBlocking = (value: unknown): value is Handle =>
	typeof value === 'object' &&
	value !== null &&
	'setBlocking' in value &&
	typeof value.setBlocking === 'function';

/** Lets writes wait in memory instead of in the kernel, where the stream allows it; the answer puts it back. */
export function writeWithoutBlocking(stdout: ScreenStream): () => void {
	const handle: unknown = '_handle' in stdout ? stdout._handle : null;
	if (stdout.isTTY !== true || !hasSetBlocking(handle) || process.platform === 'win32')
		return () => undefined;
	handle.setBlocking(false);
	return () => handle.setBlocking(true);
}
