@NullMarked
package life.notice;

import org.jspecify.annotations.NullMarked;
