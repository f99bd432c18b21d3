// lighthouse: audits pages in the system's Chromium and prints one line of JSON a page: scores, bytes, requests, layout shift.
// usage: node lighthouse.mjs CHROMIUM RUNS URL…
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [chromePath, runs, ...urls] = process.argv.slice(2);
const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const chrome = await launch({ chromePath, chromeFlags, logLevel: 'silent' });
const audit = async (url, onlyCategories) =>
  (await lighthouse(url, { port: chrome.port, logLevel: 'silent', onlyCategories })).lhr;

try {
  for (const url of urls) {
    const lhr = await audit(url, ['accessibility', 'best-practices', 'seo']);
    const scores = Object.fromEntries(Object.values(lhr.categories).map(found => [found.id, Math.round(found.score * 100)]));
    const failed = Object.values(lhr.audits)
      .filter(found => found.score !== null && found.score < 1 && found.scoreDisplayMode !== 'informative')
      .map(found => `${found.id}: ${found.title}`);
    const speeds = [];
    let last;
    for (let run = 0; run < Number(runs); run += 1) {
      last = await audit(url, ['performance']);
      speeds.push(Math.round(last.categories.performance.score * 100));
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
