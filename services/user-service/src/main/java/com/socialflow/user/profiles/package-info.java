/** Profiles: what people say of themselves, how they are called, and what others may see of it. */
@NullMarked
package com.socialflow.user.profiles;

import org.jspecify.annotations.NullMarked;
