/** Who tells, as far as that may be known: agents, networks, countries, and salts that end each day. */
@NullMarked
package com.socialflow.viewcount.clients;

import org.jspecify.annotations.NullMarked;
