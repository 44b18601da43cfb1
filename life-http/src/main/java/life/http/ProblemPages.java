package life.http;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import life.http.problem.ProblemType;

/** Problems, explained to people. */
final class ProblemPages {
  private ProblemPages() {}

  /** All kinds of problem, by status. */
  static Page all() {
    var rows =
        Stream.of(ProblemType.values())
            .sorted(Comparator.comparingInt(ProblemType::status))
            .map(type ->
                "<tr><td>%d</td><td><a href=\"%s\"><code>%s</code></a></td><td>%s</td></tr>\n"
                    .formatted(type.status(), type.path(), type.slug(), Page.escaped(type.title())))
            .collect(Collectors.joining());
    return framed(
        "Problems",
        "<p>The field <code>type</code> of a problem document (RFC 9457) leads to one of these pages.</p>\n"
            + "<table>\n<tr><th>Status</th><th>Type</th><th>In a few words</th></tr>\n"
            + rows
            + "</table>");
  }

  /** What one kind means, and what can be done. */
  static Page of(ProblemType type) {
    return framed(
        type.title(),
        """
        <dl>
        <dt>Type</dt><dd><code>%s</code></dd>
        <dt>Status</dt><dd>%d</dd>
        <dt>What it means</dt><dd>%s</dd>
        <dt>What can be done</dt><dd>%s</dd>
        <dt>Does waiting help?</dt><dd>%s</dd>
        </dl>\
        """
            .formatted(
                type.path(),
                type.status(),
                Page.escaped(type.meaning()),
                Page.escaped(type.remedy()),
                again(type)));
  }

  private static String again(ProblemType type) {
    int seconds = type.retryAfterSeconds();
    return seconds == 0
        ? "Waiting alone does not help."
        : "Yes: send the same again after what the header <code>Retry-After</code> says, usually %d s."
            .formatted(seconds);
  }

  private static Page framed(String title, String body) {
    var escaped = Page.escaped(title);
    return Page.html(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="stylesheet" href="/docs/page.css">
        </head>
        <body class="problems">
        <nav><strong>Life</strong> <a href="/docs">docs</a> <a href="/problems">problems</a></nav>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
            .formatted(escaped + " – Life", escaped, body));
  }
}
