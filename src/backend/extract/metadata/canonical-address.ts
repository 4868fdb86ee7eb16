const trackers =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|hsctatracking|vero_id|oly_anon_id|oly_enc_id|wickedid|s_kwcid|ns_\w+|cmpid|cmp|ncid|ocid|icid|smid|smtyp|sr_share|share(?:token|type)?|xtor|at_(?:medium|campaign|custom\d?|link_\w+|format|bbc_team|ptr_name)|ito|partner|ref_?src|ref_?url|referrer|feature|__twitter_impression|amp_js_v|spm|rss|feedtype|campaign_?id|wt_\w+|wtmc|wt\.\w+|trk|trkcampaign|trackid|src_?cid|guccounter|guce_\w+|soc_src|soc_trk|tblci|ftag|intcmp|intcid|link_source|taid|source_?id|algo_\w+|mbid|mod|rnd|syn-\w+|email_?source|sh|sref|cid|sid|via)$/i;
/** These names also carry the article's number on some sites: removed only when the path names the article itself. */
const doubtful = new Set(['cid', 'sid', 'mod', 'sh', 'share', 'rss', 'partner', 'feature', 'via', 'cmp']);

/**
 * An article's address as its identity: `http(s)` only, no fragment, no tracking parameters, the
 * other parameters in order. `null` for anything else.
 */
export function canonicalAddress(address: string): string | null {
  const url = URL.parse(address.trim());
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || !url.hostname.includes('.'))
    return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const namesArticle = url.pathname.length > 12;
  const kept = [...url.searchParams].filter(
    ([name]) => !(trackers.test(name) && (namesArticle || !doubtful.has(name.toLowerCase()))),
  );
  if (kept.length < [...url.searchParams].length || kept.length === 0)
    url.search = new URLSearchParams(kept).toString();
  return url.href;
}
