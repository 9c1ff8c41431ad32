// The sandbox as a whole: a gateway that runs and a till that can pay through it. A register is started apart and given by address.
import {makeSandboxAccess, type SandboxAccess} from './access.ts';
import {makeCertificates} from './certificates/certificates.ts';
import type {PfxFormat} from './certificates/pkcs12-cipher.ts';
import type {DialectName} from './gateway/dialect.ts';
import {type SandboxGateway, startSandboxGateway} from './gateway/gateway.ts';
import type {SandboxGatewayOptions} from './gateway/options.ts';
import {makeSandboxTill, type SandboxTill, type SandboxTillOptions} from './till.ts';

export type SandboxOptions = {
	/** Where the till's folder is made. It stays when the sandbox closes: whoever names it removes it. */
	readonly folder: string;
	/** `host:port` of a started register, or null for a till without one. @default null */
	readonly registerAddress?: string | null;
	/** The dialect of the till; the gateway serves both. @default 'qpg1' */
	readonly dialect?: DialectName;
	/** Numbers of the till. @default the sandbox's own, with a fresh key */
	readonly access?: Partial<SandboxAccess>;
	/** Password of the till's certificate. @default a random one */
	readonly certificatePassword?: string;
	/** @default 'modern' */
	readonly pfxFormat?: PfxFormat;
	/** Anything else that a gateway can be told. */
	readonly gateway?: Partial<Omit<SandboxGatewayOptions, 'access' | 'certificates'>>;
	/** Anything else that a till can be told. */
	readonly till?: Partial<
		Pick<
			SandboxTillOptions,
			'name' | 'language' | 'qrOn' | 'responseTimeoutS' | 'statusErrorLimit' | 'pollIntervalS'
		>
	>;
};

/** All that a till of one's own needs to call the gateway. Secrets, though of a sandbox alone. */
export type SandboxCredentials = SandboxAccess & {
	readonly serverUrl: string;
	readonly servicePaths: SandboxGateway['servicePaths'];
	readonly caFile: string;
	readonly pfxFile: string;
	readonly certificatePassword: string;
};

export type Sandbox = {
	readonly gateway: SandboxGateway;
	readonly till: SandboxTill;
	readonly credentials: SandboxCredentials;
	/** Stops the gateway. The till's folder stays. */
	close(): Promise<void>;
};

/** Makes certificates, starts the gateway, writes the till. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
	const {folder, registerAddress = null, dialect = 'qpg1', pfxFormat = 'modern'} = options;
	const access = makeSandboxAccess(options.access);
	const certificates = await makeCertificates({
		posId: access.posId,
		format: pfxFormat,
		...(options.certificatePassword === undefined ? {} : {password: options.certificatePassword}),
		...(options.gateway?.nowMs ? {nowMs: options.gateway.nowMs} : {}),
	});
	const gateway = await startSandboxGateway({...options.gateway, access, certificates});
	try {
		const till = await makeSandboxTill({
			...options.till,
			folder,
			access,
			certificates,
			gatewayUrl: gateway.url,
			servicePath: gateway.servicePaths[dialect],
			dialect,
			registerAddress,
		});
		const credentials = {
			...access,
			serverUrl: gateway.url,
			servicePaths: gateway.servicePaths,
			caFile: till.caFile,
			pfxFile: till.pfxFile,
			certificatePassword: certificates.client.password,
		};
		return {gateway, till, credentials, close: () => gateway.close()};
	} catch (error) {
		// A folder that can't be written must not leave a server behind.
		await gateway.close();
		throw error;
	}
}
