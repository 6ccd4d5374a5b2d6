document.getElementById('packet').textContent = JSON.parse(
  document.getElementById('packet-data').textContent,
).format;
