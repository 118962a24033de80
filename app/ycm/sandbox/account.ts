import * as z from 'zod';
import type { Catalog } from '../../orders';
import { PLENTY, showSubscription, withOrder, type Totals } from './capacity';
import { checkOrder } from './check-order';
import { DATA_NOT_FOUND, INVALID_PARAMETER, Refusal } from './envelope';
import { pageOf, sorted, type Page } from './paging';
import type { Customer, PbxStore, StoredPbx } from './pbx-store';
import { showPbx, showPbxAlone } from './show-pbx';

const DATA_ALREADY_EXISTS = 1000007;
/** Which code YCM gives is not documented; its PBX family is 3000xxx. */
const CAPACITY_EXCEEDED = 3000100;

type Shown = Record<string, unknown>;
const newCustomer = z.object({
  firstName: z.string().min(1),
  lastName: z.string().default(''),
  company: z.string().min(1),
  email: z.string().min(1),
});

/** What the sandbox's account holds and what can be asked of it. Refuses by throwing Refusal. */
export class Account {
  /** Every create carried out since the start. */
  readonly accepted: StoredPbx[] = [];

  constructor(
    private readonly store: PbxStore,
    private readonly offered: Catalog,
    private readonly now: () => number,
    private readonly capacity: Totals = PLENTY,
    private readonly duplicates = false,
  ) {}

  /** The offered catalog with the customers added since. */
  get catalog(): Catalog {
    return { ...this.offered, customers: [...this.offered.customers, ...this.store.customers] };
  }

  /** YCM API, Create a Cloud PBX. A URL is taken in any letter case. */
  create(body: unknown): { cloudPbxId: number } {
    const { order, url } = checkOrder(body, this.catalog, this.now());
    if (!this.duplicates && this.store.at(url)) throw new Refusal(DATA_ALREADY_EXISTS, url);
    const used = withOrder(this.store.used, order);
    for (const of of ['extensions', 'concurrentCalls', 'recordingMinutes'] as const) {
      if (used[of] > this.capacity[of]) throw new Refusal(CAPACITY_EXCEEDED, `${of} exhausted`);
    }
    const pbx = this.store.add({ url, at: this.now(), order });
    this.accepted.push(pbx);
    return { cloudPbxId: Number(pbx.cloudPbxId) };
  }

  delete(body: unknown): Shown {
    const ids = z.object({ cloudPbxIds: z.array(z.number()).min(1) }).safeParse(body);
    if (!ids.success) throw new Refusal(INVALID_PARAMETER, 'cloudPbxIds');
    const pbxs = ids.data.cloudPbxIds.map((id) => this.pbx(String(id)));
    for (const { cloudPbxId } of pbxs) this.store.delete(cloudPbxId);
    return {};
  }

  /** YCM API, Query all the Cloud PBXs (v2). `search` looks at name and URL here; what YCM looks at is not documented. */
  list(query: URLSearchParams): Page<Shown> {
    const search = query.get('search')?.toLowerCase() ?? '';
    const found = this.store
      .all()
      .filter(({ url, order }) => `${order.name}\n${url}`.toLowerCase().includes(search));
    const by = {
      createTime: (one: StoredPbx) => one.at,
      cloudPbxId: (one: StoredPbx) => Number(one.cloudPbxId),
    };
    const page = pageOf(sorted(found, query, by), query);
    return { ...page, list: page.list.map((one) => showPbx(one, this.catalog)) };
  }

  byUrl(url: string | null): Shown {
    if (!url) throw new Refusal(INVALID_PARAMETER, 'url');
    const pbx = this.store.at(url);
    if (!pbx) throw new Refusal(DATA_NOT_FOUND, url);
    return showPbxAlone(pbx, this.catalog);
  }

  byId(id: string): Shown {
    return showPbxAlone(this.pbx(id), this.catalog);
  }

  status(id: string): Shown {
    return { pbxStatus: showPbx(this.pbx(id), this.catalog).pbxStatus };
  }

  activation(id: string): Shown {
    const { cloudPbxId, url } = this.pbx(id);
    return { activationStatus: 'Unactivated', activationLink: `https://${url}/activate/${cloudPbxId}` };
  }

  customersOf(id: string): Customer[] {
    const { customerIds } = this.pbx(id).order;
    return this.catalog.customers.filter((one) => customerIds.includes(one.customerId));
  }

  customers(query: URLSearchParams): Page<Customer> {
    const by = { customerId: (one: Customer) => one.customerId };
    return pageOf(
      query.has('sort') ? sorted(this.catalog.customers, query, by) : this.catalog.customers,
      query,
    );
  }

  customer(id: string): Customer {
    const found = this.catalog.customers.find((one) => String(one.customerId) === id);
    if (!found) throw new Refusal(DATA_NOT_FOUND, id);
    return found;
  }

  addCustomer(body: unknown): { customerId: number } {
    const read = newCustomer.safeParse(body);
    if (!read.success) throw new Refusal(INVALID_PARAMETER, read.error.issues[0]?.path.join('.'));
    const customerId = Math.max(50_500_000, ...this.catalog.customers.map((one) => one.customerId)) + 1;
    this.store.addCustomer({ customerId, ...read.data });
    return { customerId };
  }

  subscription(): Shown {
    return showSubscription(this.capacity, this.store.used, this.now());
  }

  planStatistics(): Shown {
    const of = (plan: string): StoredPbx[] => this.store.all().filter((one) => one.order.plan === plan);
    const [enterprise, ultimate] = [of('Enterprise Plan'), of('Ultimate Plan')];
    const extensions = (pbxs: StoredPbx[]): number =>
      pbxs.reduce((sum, { order }) => sum + order.extensionCapacity, 0);
    return {
      pbxNumber: { enterprisePlan: enterprise.length, ultimatePlan: ultimate.length },
      extensionNumber: { enterprisePlan: extensions(enterprise), ultimatePlan: extensions(ultimate) },
    };
  }

  private pbx(id: string): StoredPbx {
    const pbx = this.store.get(id);
    if (!pbx) throw new Refusal(DATA_NOT_FOUND, id);
    return pbx;
  }
}
