/** What was noticed in lives: watched from their journals and as it happens, kept, and told. */
@NullMarked
package life.notice;

import org.jspecify.annotations.NullMarked;
