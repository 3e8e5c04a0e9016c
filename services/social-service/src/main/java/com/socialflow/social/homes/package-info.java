/** What of home timelines stands ready in Redis, and how posts get there. The database decides what is shown of it. */
@NullMarked
package com.socialflow.social.homes;

import org.jspecify.annotations.NullMarked;
