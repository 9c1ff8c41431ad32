// Who the till is to the gateway: what the payment system's letter would give to a shop.
import {randomBytes} from 'node:crypto';

/** A till's identity. `agentKey` is a secret, though one that opens a sandbox alone. */
export type SandboxAccess = {
	readonly agentId: string;
	readonly posId: string;
	readonly agentKey: string;
	readonly crsId: string;
	readonly wmid: string;
};

/** The usual numbers of the sandbox with a fresh key; whatever is given replaces them. */
export const makeSandboxAccess = (given: Partial<SandboxAccess> = {}): SandboxAccess => ({
	agentId: '1001',
	posId: 'DEMO1',
	agentKey: randomBytes(24).toString('base64url'),
	crsId: '0',
	wmid: '0',
	...given,
});
