// A started gateway with a clock that the test turns.
import {
	makeCertificates,
	makeSandboxAccess,
	type SandboxCertificates,
	type SandboxGatewayOptions,
	startSandboxGateway,
} from '../../source/sandbox/index.ts';
import type {Connection} from './raw-till.ts';

export type Started = Connection & {
	/** Turns gateway's and till's clock on. */
	pass(seconds: number): void;
};

/** Starts a gateway; `certificates` may be shared by several, since they are what takes time. */
export async function start(
	options: Partial<SandboxGatewayOptions> = {},
	certificates?: SandboxCertificates,
): Promise<Started> {
	let nowMs = Date.parse('2026-01-31T09:00:00.000Z');
	const access = makeSandboxAccess({posId: 'N100_A', crsId: '12', wmid: '123456789012'});
	const made = certificates ?? (await makeCertificates({posId: access.posId}));
	const clock = () => nowMs;
	const gateway = await startSandboxGateway({access, certificates: made, nowMs: clock, ...options});
	return {
		gateway,
		certificates: made,
		access,
		nowMs: clock,
		pass: (seconds) => {
			nowMs += seconds * 1000;
		},
	};
}
