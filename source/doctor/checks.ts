// The table of checks: which probe each rests on, which links it leans on, and who judges it.
import type {DoctorCheckId} from '../core/index.ts';
import type {Context} from './judges/context.ts';
import {type GatewayCheckId, gatewayNeeds, judgeLink, judgeOffered} from './judges/gateway.ts';
import {judgeDisk, judgeJournal, judgeVersion} from './judges/machine.ts';
import {judgePaper, judgeRegisterLink, judgeRegisterState, judgeShift} from './judges/register.ts';
import {judgeDisplay, judgeTerminal} from './judges/screens.ts';
import {judgeCertificate, judgeSettings} from './judges/settings.ts';
import {judgeStorage} from './judges/storage.ts';
import {broken, type Judgement, skippedAfter} from './row.ts';
import type {ProbeId, SeenBy} from './seen.ts';

export type Check = {
	readonly probe: ProbeId;
	/** Where one of these is broken or could not be checked, this one says nothing. */
	readonly needs: readonly DoctorCheckId[];
	readonly judge: (context: Context) => Judgement;
};

function check<Id extends ProbeId>(
	probe: Id,
	needs: readonly DoctorCheckId[],
	judge: (seen: SeenBy[Id], context: Context) => Judgement,
): Check {
	return {
		probe,
		needs,
		judge: (context) => {
			const probed = context.all[probe];
			switch (probed.type) {
				case 'seen':
					return judge(probed.seen, context);
				case 'late':
					return broken({code: 'PROBE_LATE', limitS: probed.limitS}, 'admin');
				case 'failed':
					return broken({code: 'PROBE_FAILED', detail: probed.detail}, 'admin');
				case 'notTried':
					return skippedAfter('settings');
			}
		},
	};
}

const link = (id: GatewayCheckId): Check => check('gateway', gatewayNeeds[id], judgeLink(id));

export const checks: Readonly<Record<DoctorCheckId, Check>> = {
	settings: check('settings', [], judgeSettings),
	certificate: check('certificate', ['settings'], judgeCertificate),
	dns: link('dns'),
	tcp: link('tcp'),
	tls: link('tls'),
	clientCertificate: link('clientCertificate'),
	service: link('service'),
	signature: link('signature'),
	clock: link('clock'),
	systems: check('gateway', ['signature', 'clock'], judgeOffered),
	registerLink: check('register', ['settings'], judgeRegisterLink),
	registerState: check('register', ['registerLink'], judgeRegisterState),
	shift: check('register', ['registerLink'], judgeShift),
	paper: check('register', ['registerLink'], judgePaper),
	storage: check('register', ['registerLink'], judgeStorage),
	display: check('display', ['settings'], judgeDisplay),
	terminal: check('terminal', [], judgeTerminal),
	disk: check('disk', [], judgeDisk),
	journal: check('journal', [], judgeJournal),
	version: check('version', [], judgeVersion),
};
