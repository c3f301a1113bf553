# The network of a shop, as Terraform sees it. Only the provider that is built into terraform is used, so that this runs anywhere.
terraform {
  backend "local" {}
}

variable "size" {
  type        = string
  default     = "small"
  description = "Another size needs another database: that is what the gate is for."
}

variable "address" {
  type        = string
  default     = "10.0.0.0/16"
  description = "Where the network lies."
}

resource "terraform_data" "network" {
  input = var.address
}

resource "terraform_data" "orders_database" {
  input            = "orders in ${terraform_data.network.output}"
  triggers_replace = var.size
}
