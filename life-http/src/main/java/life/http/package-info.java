/** HTTP as a channel of the environment: a world touches a being here, and watches it. */
@NullMarked
package life.http;

import org.jspecify.annotations.NullMarked;
