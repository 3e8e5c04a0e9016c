@NullMarked
package com.socialflow.user.parents;

import org.jspecify.annotations.NullMarked;
