/** Who may come in, and how often. */
@NullMarked
package life.http.gate;

import org.jspecify.annotations.NullMarked;
