/** The command line: verbs that speak to a running Life over HTTP, and nothing that needs Pekko. */
@NullMarked
package life.cli;

import org.jspecify.annotations.NullMarked;
