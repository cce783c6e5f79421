/** Pages of the web app exist in the browser only: their addresses are answered with index.html, by CloudFront before the bucket is asked. */

/**
 * Code of the CloudFront Function (its own JavaScript runtime: no modules, a small part of the language). Files have an extension in
 * their last segment and lie under /assets/ or at the top; whatever else is asked for is a page. A missing file stays a 404, and since
 * nothing is mapped on the status, so do the API's own 403 and 404 answers.
 */
export const navigationCode = `function handler(event) {
  var request = event.request;
  var isFile = request.uri.indexOf('/assets/') === 0 || /^\\/[^/]+\\.[a-z0-9]{2,11}$/.test(request.uri);
  if (!isFile) request.uri = '/index.html';
  return request;
}
`
