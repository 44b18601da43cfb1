/** Why requests are refused: problem documents (RFC 9457). */
@NullMarked
package life.http.problem;

import org.jspecify.annotations.NullMarked;
