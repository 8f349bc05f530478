module ends

go 1.24
