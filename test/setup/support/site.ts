// An admin's place: a gateway and a register that answer, a certificate and a root on the stick, an empty till, a letter.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
	makeCertificates,
	makeSandboxAccess,
	type SandboxGateway,
	startSandboxGateway,
	startVirtualRegister,
	type VirtualRegister,
} from '../../../source/sandbox/index.ts';

export const certificatePassword = 'Qw7-zx12';

export type Site = {
	/** HOME of the program; the certificate and the root lie in it. */
	readonly home: string;
	/** Where the till is to be; not there yet. */
	readonly till: string;
	readonly gateway: SandboxGateway;
	readonly register: VirtualRegister;
	readonly posId: string;
	readonly agentKey: string;
	readonly letter: {readonly ru: string; readonly en: string};
	readonly pfxFile: string;
	readonly caFile: string;
	close(): Promise<void>;
};

export async function openSite(): Promise<Site> {
	const home = mkdtempSync(join(tmpdir(), 'qrkassa-site-'));
	const access = makeSandboxAccess({posId: 'SHOP-1', agentId: '1001', crsId: '12'});
	const certificates = await makeCertificates({posId: access.posId, password: certificatePassword});
	const gateway = await startSandboxGateway({access, certificates});
	const register = await startVirtualRegister({});
	const stick = join(home, 'stick');
	mkdirSync(stick);
	const pfxFile = join(stick, 'certificate.pfx');
	const caFile = join(stick, 'root.pem');
	writeFileSync(pfxFile, certificates.client.pfx);
	writeFileSync(caFile, certificates.caPem);
	const url = `${gateway.url}${gateway.servicePaths.qpg1}`;
	return {
		home,
		till: join(home, 'till'),
		gateway,
		register,
		posId: access.posId,
		agentKey: access.agentKey,
		letter: {
			ru: `Добрый день!\nСтрока доступа: ${url}\nНомер агента: 1001\nНомер POS: SHOP-1\nКлюч агента: ${access.agentKey}\nCrsId: 12\nСертификат во вложении.\n`,
			en: `Hello!\nAccess line: ${url}\nAgent ID: 1001\nPOS ID: SHOP-1\nAgent key: ${access.agentKey}\nCRS ID: 12\nThe certificate is attached.\n`,
		},
		pfxFile,
		caFile,
		async close() {
			await Promise.all([gateway.close(), register.stop()]);
			rmSync(home, {recursive: true, force: true});
		},
	};
}
