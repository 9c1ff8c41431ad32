// The door of the sandbox: the other side of both wires, for the demo, for tests, and for whoever builds a till.
export {makeSandboxAccess, type SandboxAccess} from './access.ts';
export {
	type CertificatesOptions,
	type ClientCertificate,
	type ClientOrder,
	makeCertificates,
	type PemPair,
	type SandboxCertificates,
	type ServerOrder,
} from './certificates/certificates.ts';
export type {PfxFormat} from './certificates/pkcs12-cipher.ts';
export type {Validity} from './certificates/x509.ts';
export type {Delivery} from './gateway/delivery.ts';
export type {DialectName} from './gateway/dialect.ts';
export {type SandboxGateway, startSandboxGateway} from './gateway/gateway.ts';
export {type SandboxGatewayOptions, usualServicePaths, usualTiming} from './gateway/options.ts';
export type {OrderStatus as SandboxOrderStatus, OrderView as SandboxOrder} from './gateway/order.ts';
export type {RequestEntry} from './gateway/request-log.ts';
export {sandboxStories} from './gateway/stories/stories.ts';
export type {Story as SandboxStory, StoryId, StoryTiming} from './gateway/stories/story.ts';
export * from './register/index.ts';
export {type Sandbox, type SandboxCredentials, type SandboxOptions, startSandbox} from './sandbox.ts';
export {ForeignTillError, makeSandboxTill, type SandboxTill, type SandboxTillOptions} from './till.ts';
export {sandboxPaymentNames} from './till-texts.ts';
