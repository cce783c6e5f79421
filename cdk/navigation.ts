/** Pages of the web app exist in the browser only: their addresses are answered with index.html, by CloudFront before the bucket is asked. */

/**
 * Code of the CloudFront Function (its own JavaScript runtime: no modules, a small part of the language). A file has a dot in its last
 * segment or lies under /assets/; whatever else is asked for is a page, also for a link preview that does not ask for HTML. Below
 * /consultations/ all are pages: ids of passages hold dots. A missing file stays a 404, and since nothing is mapped on the status, so do
 * the API's own 403 and 404 answers.
 */
export const navigationCode = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  var isPage = request.uri.indexOf('/consultations/') === 0;
  var isFile = !isPage && (request.uri.indexOf('/assets/') === 0 || last.indexOf('.') !== -1);
  if (!isFile) request.uri = '/index.html';
  return request;
}
`
