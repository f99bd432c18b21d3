// lighthouse: audits pages in the system's Chromium and prints one line of JSON a page: scores, bytes, requests, layout shift.
// usage: node lighthouse.mjs CHROMIUM RUNS URL…
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const JUDGED = ['accessibility', 'best-practices', 'seo'];
const [chromePath, runs, ...urls] = process.argv.slice(2);
const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const chrome = await launch({ chromePath, chromeFlags, logLevel: 'silent' });
const audit = async (url, onlyCategories) =>
  (await lighthouse(url, { port: chrome.port, logLevel: 'silent', onlyCategories })).lhr;

try {
  for (const url of urls) {
    let last = await audit(url, ['performance', ...JUDGED]);
    const judged = JUDGED.map(name => last.categories[name]);
    const audits = new Set(judged.flatMap(found => found.auditRefs.map(ref => ref.id)));
    const scores = Object.fromEntries(judged.map(found => [found.id, Math.round(found.score * 100)]));
    const failed = Object.values(last.audits)
      .filter(found => audits.has(found.id) && found.score !== null && found.score < 1 && found.scoreDisplayMode !== 'informative')
      .map(found => `${found.id}: ${found.title}`);
    const speed = () => Math.round(last.categories.performance.score * 100);
    const speeds = [speed()];
    while (speeds.length < Number(runs)) {
      last = await audit(url, ['performance']);
      speeds.push(speed());
    }
    const requests = last.audits['network-requests'].details.items;
    console.log(JSON.stringify({
      url, scores, failed, speeds,
      shift: last.audits['cumulative-layout-shift'].numericValue,
      bytes: last.audits['total-byte-weight'].numericValue,
      requests: requests.map(request => request.url),
    }));
  }
} finally {
  await chrome.kill();
}
