
function header(data) {
  const pipeline = data.pipeline;
  const facts = [pipeline.scenario && 'scenario ' + pipeline.scenario, 'started by ' + pipeline.startedBy,
    ...Object.entries(pipeline.parameters).map(([name, value]) => name + ' ' + value),
    'took ' + duration(data.times.realMillis) + ', played ' + duration(data.times.virtualMillis)];
  return el('header', {},
    el('h1', {}, 'Rehearsal of ' + pipeline.name),
    el('div', {class: 'muted'}, facts.filter(Boolean).join(' · ')),
    pipeline.description && el('p', {class: 'muted'}, pipeline.description));
}

function flow(data) {
  const top = data.stages.filter(stage => !stage.parentId);
  return el('ol', {class: 'flow', 'aria-label': 'Stages'}, top.map(stage => el('li', {class: stage.state},
    el('i', {'aria-hidden': 'true'}),
    el('b', {}, stage.name.replace(/^Declarative: /, '')),
    el('span', {class: tone(stage.state) === 'ok' ? 'muted num' : tone(stage.state)},
      stage.state === 'SUCCESS' ? duration(stage.realMillis) : inWords(stage.state)))));
}

function verdict(data) {
  const colour = tone(data.result);
  const served = list(data.traffic).find(traffic => traffic.versions.length > 1) || list(data.traffic)[0];
  const newest = served && served.versions[served.versions.length - 1];
  return el('section', {class: 'card verdict c-' + colour, id: 'verdict', tabindex: '-1', 'aria-label': 'Verdict'},
    el('div', {}, el('span', {class: 'tag ' + colour}, data.verdict.tag),
      el('p', {}, el('b', {}, data.verdict.headline), ' ', data.verdict.detail),
      data.expectation && el('p', {class: data.expectation.met ? 'ok' : 'bad'},
        data.expectation.met ? 'This is what the scenario expects.' : 'This is not what the scenario expects: ' + data.expectation.lines.join(' '))),
    newest && el('p', {class: 'figures num'}, served.versions.length > 1 ? 'served by ' + newest.version : 'requests served', el('br'),
      el('b', {}, number(newest.requests)), ' of ' + number(served.requests) + ' requests', el('br'),
      served.lost ? el('span', {class: 'bad'}, number(served.lost) + ' lost') : 'none lost'));
}

function problem(data) {
  return data.error && el('section', {class: 'card problem', 'aria-label': 'What ended the run'},
    el('h3', {}, 'What ended the run'), data.verdict.headline.startsWith(data.error.message) ? null : el('p', {}, data.error.message),
    definitions([['Where', data.error.place && el('code', {}, data.error.place)], ['What to do', data.error.remedy]]));
}

function rollout(report) {
  const state = report.model.state || report.model;
  const plan = report.model.plan || {};
  const story = list(state.transitions);
  if (!story.length) return plain(report);
  const start = state.startedAt || story[0].at, end = story[story.length - 1].at;
  const moved = new Set(story.map(step => step.weight)).size > 2 || state.strategy === 'CANARY';
  const told = story.filter((step, i) => i === 0 || step.reason !== story[i - 1].reason);
  const events = card(moved ? 'narrow' : '', 'What happened', el('div', {class: 'story'},
    table('What happened in the rollout', [], told.map(step => [el('time', {datetime: step.at}, clock(step.at)),
      el('span', {class: ['RESTORE', 'STUCK'].includes(step.to) ? 'bad' : null}, step.reason)]))));
  return el('section', {'aria-label': title(report)}, heading(report), el('div', {class: 'grid'},
    moved && card('wide', 'Share of the new version', weightChart(story, start, end), weightTable(story)), events,
    metrics(state, plan), list(state.recovery).length > 0 && card('', 'To recover by hand', el('pre', {tabindex: '0'}, state.recovery.join('\n')))));
}

function weightTable(story) {
  const rows = story.filter((step, i) => i === 0 || step.weight !== story[i - 1].weight);
  return el('details', {}, el('summary', {}, 'The same in numbers'),
    table('Weights over time', ['at', {text: 'weight', right: true}, 'phase'], rows.map(step => [clock(step.at), step.weight + ' %', inWords(step.to)])));
}

function metrics(state, plan) {
  const names = [...new Set(list(state.verdicts).map(look => look.metric))];
  return names.map(name => {
    const looks = state.verdicts.filter(look => look.metric === name);
    const last = looks[looks.length - 1];
    const worst = looks.find(look => look.outcome === 'FAIL') || last;
    const spec = list(plan.metrics).find(metric => metric.name === name) || {};
    const measured = looks.some(look => Number.isFinite(look.canary));
    return card(names.length > 2 ? 'third' : 'half', [name + ' ', coloured(worst.outcome)],
      measured && metricChart(name, looks, limit(spec, looks)),
      measured && el('div', {class: 'key'}, el('span', {class: 'c-canary'}, 'new version'), looks.some(look => Number.isFinite(look.stable)) && el('span', {class: 'c-stable'}, 'stable')),
      el('p', {class: 'muted'}, worst.reason),
      el('details', {}, el('summary', {}, plural(looks.length, 'look')),
        table('Every look at ' + name, ['at', {text: 'weight', right: true}, {text: 'new', right: true}, {text: 'stable', right: true}, 'verdict'],
          looks.map(look => [clock(look.at), look.weight + ' %', figure(name, look.canary), figure(name, look.stable), coloured(look.outcome)]))));
  });
}

function limit(spec, looks) {
  if (Number.isFinite(spec.max)) return spec.max;
  const said = looks.map(look => /limit (?:of|at most) ([\d.]+) ?(%|ms|s)?/.exec(look.reason)).find(Boolean);
  if (said) return said[1] * ({'%': 0.01, ms: 0.001}[said[2]] || 1);
  const stable = looks.map(look => look.stable).filter(Number.isFinite);
  return Number.isFinite(spec.maxIncrease) && stable.length ? stable[stable.length - 1] * (1 + spec.maxIncrease) : NaN;
}

const title = report => report.title + (report.name ? ': ' + report.name : '');

function heading(report) {
  const figures = list(report.figures).join(' · ');
  return [el('h2', {}, title(report) + ' ', coloured(report.verdict)),
    el('p', {}, report.headline, figures ? el('span', {class: 'muted'}, ' ' + figures) : '')];
}

function plain(report) {
  const model = report.model || {};
  const rows = Object.entries(model).filter(([, value]) => value !== null && typeof value !== 'object');
  return el('section', {'aria-label': title(report)}, heading(report),
    el('div', {class: 'grid'}, card('', null, rows.length ? definitions(rows.map(([key, value]) => [key, String(value)])) : '',
      el('details', {}, el('summary', {}, 'All data'), el('pre', {tabindex: '0'}, JSON.stringify(model, null, 2))))));
}

function counts(map) {
  return Object.entries(map || {}).filter(([, count]) => count > 0).map(([name, count]) => number(count) + ' ' + inWords(name)).join(', ');
}

function scan(report) {
  const model = report.model, rows = list(report.rows);
  return el('section', {'aria-label': title(report)}, heading(report), el('div', {class: 'grid'},
    card('', 'Gates', list(model.violations).length
      ? el('ul', {class: 'bad'}, model.violations.map(text => el('li', {}, text)))
      : el('p', {class: 'ok'}, 'No gate objects.'),
    definitions([['By severity', counts(model.bySeverity)], ['By kind', counts(model.byKind)], ['Tools', list(model.tools).join(', ')],
      ['Reports', list(model.reports).join(', ')], ['Compared with', model.baseline], ['Notices', list(model.notices).join(' ')]])),
    rows.length > 0 && card('', 'Findings', table('Findings', ['severity', 'rule', 'where', 'what'],
      rows.map(row => [inWords(row.severity), el('code', {}, row.rule), row.place || row.component, row.message])))));
}

function smoke(report) {
  const checks = list(report.model.checks);
  if (!checks.length) return plain(report);
  const reason = check => check.lastError ? (check.lastError.expected ? 'expected ' + check.lastError.expected + ', got ' + check.lastError.actual : check.lastError) : '';
  const latency = check => list(check.millis).length ? Math.max(...check.millis) + ' ms' : Number.isFinite(check.p95Millis) ? check.p95Millis + ' ms' : '';
  return el('section', {'aria-label': title(report)}, heading(report), el('div', {class: 'grid'}, card('', null,
    table('Checks', ['check', 'target', {text: 'attempts', right: true}, {text: 'slowest', right: true}, 'result'],
      checks.map(check => [check.name, el('code', {}, check.target), check.attempts, latency(check),
        check.passed ? el('span', {class: 'ok'}, 'passed') : el('span', {class: 'bad'}, 'failed: ' + reason(check))])))));
}

function approval(report) {
  const model = report.model, votes = list(model.votes);
  const choice = vote => el('span', {class: vote.choice === 'APPROVE' ? 'ok' : 'bad'}, vote.choice === 'APPROVE' ? 'approved' : 'rejected');
  return el('section', {'aria-label': title(report)}, heading(report), el('div', {class: 'grid'},
    card('wide', model.message, votes.length
      ? table('Votes', ['at', 'who', 'vote', 'reason'], votes.map(vote => [clock(vote.at), vote.name || vote.user, choice(vote), vote.reason]))
      : el('p', {}, 'Nobody voted.'),
    definitions([['Who may', list(model.approvers).join(', ')], ['Quorum', model.quorum], ['Asked at', clock(model.openedAt)],
      ['Decided at', model.decision && clock(model.decision.decidedAt)]])),
    card('narrow', 'Evidence', list(model.evidence).length
      ? definitions(model.evidence.map(one => [one.name, one.summary]))
      : el('p', {class: 'muted'}, 'No report was there before the gate.'))));
}

function traffic(data) {
  return list(data.traffic).filter(one => one.requests > 0).map(one => el('section', {'aria-label': 'Traffic'},
    el('h2', {}, 'Traffic of ' + one.application + ' in ' + one.environment),
    el('p', {}, plural(one.requests, 'real request') + ', ', one.lost ? el('b', {class: 'bad'}, number(one.lost) + ' lost.') : 'none lost.'),
    el('div', {class: 'grid'},
      card('wide', 'Requests by version', trafficChart(one), el('div', {class: 'key'}, one.versions.map((version, i) =>
        el('span', {class: i === 0 ? 'c-stable' : 'c-canary'}, version.version)))),
      card('narrow', 'What users met', table('Requests by version',
        ['version', {text: 'requests', right: true}, {text: 'errors', right: true}],
        one.versions.map(version => [version.version, number(version.requests),
          el('span', {class: version.errors ? 'bad' : null}, number(version.errors))])),
      one.lostReasons.length > 0 && el('p', {class: 'bad'}, 'Lost: ' + one.lostReasons.join('; '))))));
}

function stages(data) {
  const names = Object.fromEntries(data.stages.map(stage => [stage.id, stage.name]));
  return el('section', {'aria-label': 'Steps'}, el('h2', {}, 'Stages and steps'), el('div', {class: 'grid'}, card('', null,
    table('Steps', ['stage', 'step', 'arguments', {text: 'took', right: true}, {text: 'played', right: true}, 'result'],
      data.steps.map(step => [names[step.stageId] || '', el('code', {}, step.function), step.summary, duration(step.realMillis),
        duration(between(step.startedAt, step.endedAt)), step.error ? el('span', {class: 'bad'}, step.error) : el('span', {class: 'ok'}, 'ok')])))));
}

function simulated(data) {
  return el('section', {'aria-label': 'What was simulated'}, el('h2', {}, 'What was simulated, and how'), el('div', {class: 'grid'}, card('', null,
    data.simulated.length ? el('ul', {}, data.simulated.map(one => el('li', {}, one))) : el('p', {}, 'Nothing.'),
    el('p', {class: 'muted'}, data.stubbed.length ? 'Steps that did nothing: ' + data.stubbed.join(', ') + '.' : 'No step was a stub.'))));
}

function log(data) {
  const output = el('pre', {tabindex: '0', 'aria-label': 'Log'});
  const count = el('span', {class: 'muted', role: 'status'});
  const search = el('input', {type: 'search', placeholder: 'Filter', 'aria-label': 'Show only lines with this text'});
  const stage = el('select', {'aria-label': 'Show only this stage'}, el('option', {value: ''}, 'All stages'),
    data.stages.map(one => el('option', {value: one.id}, one.name)));
  const show = () => {
    const wanted = search.value.toLowerCase();
    const lines = data.log.filter(line => (!stage.value || line.stageId === stage.value) && line.text.toLowerCase().includes(wanted));
    output.textContent = lines.map(line => line.text).join('\n');
    count.textContent = plural(lines.length, 'line');
  };
  search.addEventListener('input', show);
  stage.addEventListener('change', show);
  show();
  return el('section', {'aria-label': 'Log'}, el('h2', {}, 'Log'), el('div', {class: 'grid'},
    card('', null, el('div', {class: 'tools'}, search, stage, count), output)));
}
