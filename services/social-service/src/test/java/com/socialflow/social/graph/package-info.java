@NullMarked
package com.socialflow.social.graph;

import org.jspecify.annotations.NullMarked;
