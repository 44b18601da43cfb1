/** A listener that neither slow nor many clients can hurt. */
@NullMarked
package life.http.listen;

import org.jspecify.annotations.NullMarked;
