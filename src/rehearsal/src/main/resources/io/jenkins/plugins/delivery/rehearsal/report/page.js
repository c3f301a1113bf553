
const renderers = {rollout};

function section(report) {
  const render = renderers[report.kind] || (report.model && (report.model.transitions || report.model.state) ? rollout : plain);
  try {
    return render(report);
  } catch (error) {
    console.error(error);
    return plain(report);
  }
}

function draw(data) {
  const reports = data.reports.map(section);
  document.getElementById('report').append(header(data), flow(data), verdict(data), ...[
    problem(data), reports, traffic(data), stages(data), simulated(data), log(data)].flat().filter(Boolean),
  el('footer', {class: 'muted'}, 'Times on the clock are virtual and in UTC. The same data: result.json, junit.xml.'));
}

draw(JSON.parse(document.getElementById('data').textContent));
