
const renderers = {rollout, approval, 'security-scan': scan, scan, 'smoke-test': smoke, smoke};

const isRollout = report => Boolean(report.model && (report.model.transitions || report.model.state && report.model.state.transitions));

function section(report) {
  const render = renderers[report.kind] || (isRollout(report) ? rollout : plain);
  try {
    return render(report);
  } catch (error) {
    console.error(error);
    return plain(report);
  }
}

function draw(data) {
  const rollouts = data.reports.filter(isRollout).reverse().map(section);
  const others = data.reports.filter(report => !isRollout(report)).map(section);
  document.getElementById('report').append(header(data), flow(data), verdict(data), ...[
    problem(data), rollouts[0], traffic(data), rollouts.slice(1), others, stages(data), simulated(data), log(data)].flat().filter(Boolean),
  el('footer', {class: 'muted'}, 'Times on the clock are virtual and in UTC. The same data: result.json, junit.xml.'));
}

draw(JSON.parse(document.getElementById('data').textContent));
