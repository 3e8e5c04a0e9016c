/** Videos as people see and change them: drafts, lists, edits, deletion, and the state that workers report. */
@NullMarked
package com.socialflow.video.catalogue;

import org.jspecify.annotations.NullMarked;
