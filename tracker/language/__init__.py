"""Every sentence the tracker says of a decision. Nothing else words one."""
