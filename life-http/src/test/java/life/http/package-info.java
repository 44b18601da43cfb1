/** The channel, spoken to by a real client. */
@NullMarked
package life.http;

import org.jspecify.annotations.NullMarked;
