/** How the page looks: by the colours of the reader's system, on paper without what only a screen needs. */
export const MAP_STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--band:#f6f8fa;--mark:#0b57d0}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9ba5b0;--paper:#0d1117;--line:#30363d;--band:#161b22;--mark:#7cb3ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:110rem;padding:1rem;font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.15rem}h3{font-size:1rem;margin:0}h2,h3{display:inline-block}
a{color:var(--mark)}
:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;background:var(--paper);padding:.5rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:.5rem 0 1rem}.facts div{display:flex;flex-direction:column-reverse}
.facts dt{color:var(--soft);font-size:.85rem}.facts dd{margin:0;font-size:1.25rem;font-variant-numeric:tabular-nums}
search{position:sticky;top:0}header search{display:block}label{display:block;color:var(--soft);font-size:.85rem;margin-bottom:.35rem}
input{font:inherit;width:min(40rem,100%);padding:.45rem .6rem;color:inherit;background:var(--band);border:1px solid var(--soft);border-radius:6px}
#count{color:var(--soft);min-height:1.5em;margin:.3rem 0}
details.unit{border:1px solid var(--line);border-radius:8px;margin:.7rem 0;content-visibility:auto;contain-intrinsic-size:auto 14rem}
summary{cursor:pointer;padding:.5rem .8rem}.unit>summary{background:var(--band);border-radius:8px}
summary span{color:var(--soft)}.unit>p{margin:.5rem .8rem;color:var(--soft);overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .8rem;border-top:1px solid var(--line);min-width:5rem;max-width:26rem;overflow-wrap:anywhere}small{white-space:nowrap}
thead th{color:var(--soft);font-weight:600;font-size:.85rem;white-space:nowrap;border-top:0}tbody th{min-width:9rem}
small{color:var(--soft)}td div+div{margin-top:.15rem}
.bar{display:block;width:5rem;height:.4rem;background:var(--line);border-radius:3px;margin:.2rem 0}.bar span{display:block;height:100%;background:var(--mark);border-radius:3px}
[hidden]{display:none!important}
@media (max-width:48rem){.unit thead{position:absolute;clip-path:inset(50%)}.unit tr,.unit td,.unit tbody th{display:block;max-width:none}.unit td{border:0;padding:.1rem .8rem}.unit td:has(>.hidden){display:none}.unit tr{border-top:1px solid var(--line);padding:.4rem 0}.unit tbody th{border:0}}
@media print{header search,.skip{display:none}body{max-width:none;font-size:9pt;padding:0}details.unit{content-visibility:visible;break-inside:avoid}a{color:inherit;text-decoration:none}}
`;

/** Finding: rows that hold every word stay, units without one go; "/" leads to the field; paper shows all. */
export const MAP_SCRIPT = `
const field=document.getElementById('find'),count=document.getElementById('count');
const units=[...document.querySelectorAll('details.unit')].map(unit=>({unit,name:unit.querySelector('summary').textContent.toLowerCase()+' '+unit.querySelector('p').textContent.toLowerCase(),rows:[...unit.querySelectorAll('tbody tr')].map(row=>({row,text:row.textContent.toLowerCase()}))}));
const show=()=>{const words=field.value.toLowerCase().split(/\\s+/).filter(Boolean);let found=0;
for(const {unit,name,rows} of units){let here=0;for(const {row,text} of rows){const is=words.every(word=>text.includes(word)||name.includes(word));row.hidden=!is;here+=is}unit.hidden=here===0&&words.length>0;found+=here}
count.textContent=words.length===0?'':found===1?'1 tenant':found+' tenants'};
let wait;field.addEventListener('input',()=>{clearTimeout(wait);wait=setTimeout(show,80)});
document.addEventListener('keydown',event=>{if(event.key==='/'&&document.activeElement!==field){event.preventDefault();field.focus()}if(event.key==='Escape'&&document.activeElement===field){field.value='';show()}});
addEventListener('beforeprint',()=>{for(const details of document.querySelectorAll('details'))details.open=true});
if(location.hash.startsWith('#find=')){field.value=decodeURIComponent(location.hash.slice(6));show()}
`;
