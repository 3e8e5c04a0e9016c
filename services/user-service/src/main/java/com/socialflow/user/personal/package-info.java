/** What every feature that keeps something of a person answers: give it to the person, and erase it. */
@NullMarked
package com.socialflow.user.personal;

import org.jspecify.annotations.NullMarked;
